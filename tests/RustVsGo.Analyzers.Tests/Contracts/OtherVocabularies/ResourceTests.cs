namespace RustVsGo.Analyzers.Tests.Contracts.OtherVocabularies;

/// <summary>The C# ownership proposal's <c>IResource</c> and <c>[BorrowedReceiver]</c>.</summary>
public sealed class ResourceTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        namespace System
        {
            public interface IResource
            {
                void Drop();
            }

            public sealed class BorrowedReceiver : Attribute;
        }

        sealed class File : IResource
        {
            private nint _handle;
            private byte[] _bytes = new byte[16];

            public File(nint handle) => _handle = handle;

            [BorrowedReceiver]
            public int Peek() => _bytes[0];

            public int Read()
            {
                _handle++;
                return _bytes[0];
            }

            public Span<byte> Bytes() => _bytes;

            [BorrowedReceiver]
            public ReadOnlySpan<byte> View() => _bytes;

            public override string ToString() => "file";

            void IResource.Drop() => _handle = 0;
        }

        struct Handle : IResource
        {
            private int[] _numbers;
            private int _count;

            public Handle(int size) => (_numbers, _count) = (new int[size], 0);

            public readonly int Count => _count;

            public readonly ReadOnlySpan<int> Numbers => _numbers;

            public void Add(int number) => _numbers[_count++] = number;

            public readonly void Drop() { }
        }

        """;

    [Fact]
    public Task A_resource_has_one_owner() => Check(
        """
        static class C
        {
            static void Helper(File file) => file.Read();

            static void Passed()
            {
                var file = new File(1);
                Helper(file);
                {|RVG0382:file|}.Read();
            }

            static void Assigned()
            {
                var file = new File(1);
                var other = file;
                other.Read();
                {|RVG0382:file|}.Read();
            }

            static void Right()
            {
                var file = new File(1);
                file.Read();
                file.Read();
                Helper(file);
            }

            static void AStruct()
            {
                var handle = new Handle(1);
                var other = handle;
                other.Add(1);
                {|RVG0382:handle|}.Add(2);
            }
        }
        """);

    [Fact]
    public Task Drop_is_its_destructor() => Check(
        """
        static class C
        {
            static void Wrong()
            {
                var handle = new Handle(1);
                handle.Drop();
                {|RVG0382:handle|}.Add(1);
            }

            static void Twice()
            {
                var handle = new Handle(1);
                handle.Drop();
                {|RVG0382:handle|}.Drop();
            }

            static void Right()
            {
                var handle = new Handle(1);
                handle.Add(1);
                handle.Drop();
            }

            static void Explicit()
            {
                var file = new File(1);
                ((IResource)file).Drop();
                {|RVG0382:file|}.Read();
            }

            static void Generic<T>(T resource) where T : IResource => resource.Drop();

            static void ByHelper()
            {
                var file = new File(1);
                file.Read();
                Generic(file);
                {|RVG0382:file|}.Read();
            }
        }
        """);

    [Fact]
    public Task What_is_not_readonly_mutates() => Check(
        """
        static class C
        {
            static int Wrong()
            {
                var handle = new Handle(1);
                var numbers = handle.Numbers;
                {|RVG0502:handle|}.Add(1);
                return numbers[0];
            }

            static int Right()
            {
                var handle = new Handle(1);
                var numbers = handle.Numbers;
                var count = handle.Count;
                return numbers[0] + count;
            }

            static int First()
            {
                var handle = new Handle(1);
                handle.Add(1);
                return handle.Numbers[0];
            }
        }
        """);

    [Fact]
    public Task A_borrowed_receiver_is_a_shared_borrow() => Check(
        """
        static class C
        {
            static int Wrong(File file)
            {
                var view = file.View();
                {|RVG0502:file|}.Read();
                return view[0];
            }

            static int Exclusive(File file)
            {
                var bytes = file.Bytes();
                var first = {|RVG0502:file|}.Peek();
                return bytes[0] + first;
            }

            static int Right(File file)
            {
                var view = file.View();
                var first = file.Peek();
                Console.WriteLine(file.ToString());
                return view[0] + first;
            }
        }
        """);

    [Fact]
    public Task Its_body_may_not_mutate() => Check(
        """
        sealed class Counter : IResource
        {
            private int _count;

            [BorrowedReceiver]
            public void Wrong() => {|RVG0594:_count++|};

            [BorrowedReceiver]
            public int Right() => _count;

            public void Mutates() => _count++;

            public void Drop() => _count = 0;
        }
        """);

    [Fact]
    public Task What_it_lends_ends_with_it() => Check(
        """
        static class C
        {
            static int Wrong()
            {
                var handle = new Handle(1);
                var numbers = handle.Numbers;
                {|RVG0505:handle|}.Drop();
                return numbers[0];
            }

            static ReadOnlySpan<int> Returned()
            {
                var handle = new Handle(1);
                return {|RVG0515:handle.Numbers|};
            }

            static int Right()
            {
                var handle = new Handle(1);
                var first = handle.Numbers[0];
                handle.Drop();
                return first;
            }
        }
        """);

    [Fact]
    public Task A_resource_drops_what_it_owns() => Check(
        """
        sealed class Pair : IResource
        {
            private readonly Handle _first = new(1);
            private readonly File _second = new(2);

            public void Drop()
            {
                _first.Drop();
                ((IResource)_second).Drop();
            }

            static void Wrong(Pair pair) => Take({|RVG0509:pair._first|});

            static void Take(Handle handle) => handle.Drop();
        }
        """);

    [Fact]
    public Task Only_below_System_and_only_with_a_Drop() => Check(
        """
        namespace Mine
        {
            interface IResource
            {
                void Drop();
            }

            sealed class Plain : IResource
            {
                public void Drop() { }

                static void M()
                {
                    var one = new Plain();
                    var other = one;
                    one.Drop();
                    other.Drop();
                }
            }
        }

        namespace System.Other
        {
            interface IResource
            {
                string Name { get; }
            }

            sealed class Named : IResource
            {
                public string Name => "name";

                static void M()
                {
                    var one = new Named();
                    var other = one;
                    Console.WriteLine(one.Name + other.Name);
                }
            }
        }
        """);

    private static Task Check(string program) => Verify.Ownership(Prelude + program);
}
