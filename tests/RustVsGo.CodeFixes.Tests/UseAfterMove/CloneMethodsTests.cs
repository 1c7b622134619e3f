namespace RustVsGo.CodeFixes.Tests;

/// <summary>Which method makes the copy, and where none does.</summary>
public sealed class CloneMethodsTests
{
    [Fact]
    public Task Clones_a_value_of_a_type_parameter() => Mended.ByCloning(
        """
        [Owned]
        interface IShape<TSelf> { TSelf Clone(); int Size { get; } }

        static class C
        {
            static void Take<T>([Owned] T value) where T : class, IShape<T> { }

            static int M<T>([Owned] T shape) where T : class, IShape<T>
            {
                Take(shape);
                return {|RVG0382:shape|}.Size;
            }
        }
        """,
        """
        [Owned]
        interface IShape<TSelf> { TSelf Clone(); int Size { get; } }

        static class C
        {
            static void Take<T>([Owned] T value) where T : class, IShape<T> { }

            static int M<T>([Owned] T shape) where T : class, IShape<T>
            {
                Take(shape.Clone());
                return shape.Size;
            }
        }
        """);

    [Fact]
    public Task Clones_with_the_method_that_is_marked() => Mended.ByCloning(
        """
        [Owned]
        class Image
        {
            public int Width;
            public object Clone() => MemberwiseClone();
            [Clone] public Image Duplicate() => new() { Width = Width };
        }

        static class C
        {
            static void Take([Owned] Image image) => GC.KeepAlive(image);

            static int M(Image image)
            {
                Take(image);
                return {|RVG0382:image.Width|};
            }
        }
        """,
        """
        [Owned]
        class Image
        {
            public int Width;
            public object Clone() => MemberwiseClone();
            [Clone] public Image Duplicate() => new() { Width = Width };
        }

        static class C
        {
            static void Take([Owned] Image image) => GC.KeepAlive(image);

            static int M(Image image)
            {
                Take(image.Duplicate());
                return image.Width;
            }
        }
        """);

    [Fact]
    public Task Clones_to_the_base_type_where_the_callee_asks_for_that() => Mended.ByCloning(
        """
        [Owned]
        abstract class Shape { public int Size; public abstract Shape Clone(); }

        class Circle : Shape { public override Shape Clone() => new Circle { Size = Size }; }

        static class C
        {
            static void Draw([Owned] Shape shape) => GC.KeepAlive(shape);

            static int M(Circle circle)
            {
                Draw(circle);
                return {|RVG0382:circle.Size|};
            }
        }
        """,
        """
        [Owned]
        abstract class Shape { public int Size; public abstract Shape Clone(); }

        class Circle : Shape { public override Shape Clone() => new Circle { Size = Size }; }

        static class C
        {
            static void Draw([Owned] Shape shape) => GC.KeepAlive(shape);

            static int M(Circle circle)
            {
                Draw(circle.Clone());
                return circle.Size;
            }
        }
        """);

    [Fact]
    public Task A_type_without_a_copy_is_not_cloned() => Verify.NoFix<UseAfterMoveCodeFixProvider>(
        Mended.WithoutClone(
            """
            static class C
            {
                static int M(Config config)
                {
                    Sink.Take(config);
                    return {|RVG0382:config.Port|};
                }
            }
            """),
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_copy_that_nobody_may_call_is_not_offered() => Mended.NotByCloning(
        """
        [Owned]
        class Image { public int Width; private Image Clone() => new(); }

        static class C
        {
            static void Take([Owned] Image image) => GC.KeepAlive(image);

            static int M(Image image)
            {
                Take(image);
                return {|RVG0382:image.Width|};
            }
        }
        """);

    [Fact]
    public Task The_copy_of_ICloneable_is_an_object_and_not_offered() => Mended.NotByCloning(
        """
        [Owned]
        class Image : ICloneable { public int Width; public object Clone() => MemberwiseClone(); }

        static class C
        {
            static void Take([Owned] Image image) => GC.KeepAlive(image);

            static int M(Image image)
            {
                Take(image);
                return {|RVG0382:image.Width|};
            }
        }
        """);

    [Fact]
    public Task A_copy_of_the_base_type_is_not_offered_where_the_type_is_inferred() => Mended.NotByCloning(
        """
        [Owned]
        abstract class Shape { public int Size; public abstract Shape Clone(); }

        class Circle : Shape { public int Radius; public override Shape Clone() => new Circle { Size = Size }; }

        static class C
        {
            static int M(Circle circle)
            {
                var other = circle;
                other.Radius = 1;
                return {|RVG0382:circle.Size|};
            }
        }
        """);
}
