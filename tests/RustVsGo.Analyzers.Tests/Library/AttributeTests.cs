using System.Reflection;

namespace RustVsGo.Analyzers.Tests.Library;

/// <summary>What the attributes promise to those who read them: places, defaults, presence in metadata.</summary>
public sealed class AttributeTests
{
    public static TheoryData<Type> Attributes =>
        new(typeof(OwnedAttribute).Assembly.GetExportedTypes().Where(type => typeof(Attribute).IsAssignableFrom(type)));

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_is_sealed_and_stands_once_in_one_place(Type attribute)
    {
        Assert.True(attribute.IsSealed);
        Assert.False(attribute.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_stays_in_metadata(Type attribute) =>
        Assert.Null(attribute.GetCustomAttribute<System.Diagnostics.ConditionalAttribute>());

    [Fact]
    public void A_borrow_without_a_source_names_none()
    {
        Assert.Empty(new BorrowedAttribute().Sources);
        Assert.Empty(new BorrowedMutAttribute().Sources);
    }

    [Fact]
    public void A_borrow_keeps_its_sources_in_order() => Assert.Equal(["this", "a"], new BorrowedAttribute("this", "a").Sources);

    [Fact]
    public void A_mutation_invalidates_unless_told_otherwise() => Assert.True(new MutatesAttribute().Invalidates);

    [Fact]
    public void Contracts_of_the_library_are_visible_in_its_own_assembly()
    {
        var method = typeof(Own).GetMethod(nameof(Own.Borrow))!;

        Assert.NotNull(method.GetParameters()[0].GetCustomAttribute<BorrowedAttribute>());
        Assert.Equal(["value"], method.ReturnParameter.GetCustomAttribute<BorrowedAttribute>()!.Sources);
    }
}
